import type { ReaderProblemCode } from '../../../model/problems/reader'
import type { Explanation } from '../../explanation'

export const reader: Record<ReaderProblemCode, Explanation> = {
  'file.empty': {
    found: 'The file is empty.',
    why: 'There is nothing in it that could be a badge.',
    next: 'Ask the sender to export the file again.',
  },
  'file.too-large': {
    found: 'The file is larger than the limit for reading.',
    why: 'Abnormally large files are sometimes made to bring a computer to a halt, so it was not opened.',
    next: 'Badge pictures may be up to 10 MB and JSON up to 5 MB; ask the sender to export the original badge again.',
  },
  'file.unknown-format': {
    found: 'The file is named like a badge, but its content is not of that format.',
    why: 'Either only the ending of its name was changed, or the file is damaged.',
    next: 'Check the original file and add it again in its true format.',
  },
  'file.truncated': {
    found: 'The file ends too early.',
    why: 'Copying or downloading it was probably not finished.',
    next: 'Copy it again from where it came from.',
  },
  'file.encoding': {
    found: 'The text is not encoded as UTF-8.',
    why: 'The badge standards require UTF-8, and saving a badge in another encoding can break its signature.',
    next: 'Obtain the original file, not saved again, from the sender.',
  },
  'file.unreadable': {
    found: 'The file could not be opened.',
    why: 'Another program may be using it, you may lack permission to read it, or the medium may be damaged.',
    next: 'Close other programs, copy the file elsewhere, and add it again.',
  },
  'file.too-slow': {
    found: 'Reading did not finish in time.',
    why: 'The file may have been made to keep the program busy, so this one file was passed over.',
    next: 'Ask the sender where the file comes from.',
  },
  'json.syntax': {
    found: 'The text cannot be read as JSON.',
    why: 'Characters are missing, or the file was changed by an editor or a word processor.',
    next: 'Obtain the original file from the sender again.',
  },
  'json.too-deep': {
    found: 'The data are nested too deeply.',
    why: 'Ordinary badges have a few levels; one with more than 64 may have been made to bring a computer to a halt.',
    next: 'Ask the sender where the file comes from.',
  },
  'json.duplicate-member': {
    found: 'A member name appears twice in one object.',
    why: 'Programs differ in which of the two they read, so it cannot be said which one is meant.',
    next: 'Ask the issuer to issue a correct badge.',
  },
  'json.forbidden-member': {
    found: 'There is a member with the forbidden name __proto__.',
    why: 'The name is used to change how programs behave, and no badge needs it.',
    next: 'Do not use this badge, and ask the sender where it comes from.',
  },
  'json.lone-surrogate': {
    found: 'The text contains half of a character.',
    why: 'Programs read it as different characters, so the content is not certain.',
    next: 'Ask the issuer to issue a correct badge.',
  },
  'json.unsafe-number': {
    found: 'There is a number too large to be read exactly.',
    why: 'Programs round it in different ways, which changes the content.',
    next: 'Ask the issuer to issue a badge with this value written as text.',
  },
  'jws.syntax': {
    found: 'The text does not have the form of a signed token (JWS).',
    why: 'One of its three parts is missing, or line breaks or other characters got into it.',
    next: 'Obtain the original file from the sender again.',
  },
  'png.bad-crc': {
    found: 'A checksum (CRC) of the picture does not match.',
    why: 'It was damaged while being copied, or its content was changed.',
    next: 'Copy it again from where it came from; if the result is the same, ask the issuer for a new one.',
  },
  'png.no-badge': {
    found: 'There is no badge inside the picture.',
    why: 'It may look like a badge, but screenshots and pictures that were saved again lose the badge they carried.',
    next: 'Add the picture as downloaded from the site that issued the badge.',
  },
  'png.compressed-chunk': {
    found: 'The badge inside the picture is compressed.',
    why: 'The standard asks for it not to be, but it can be read, so verification went on.',
    next: 'There is no hurry; telling the issuer helps other programs to read it too.',
  },
  'png.several-chunks': {
    found: 'The picture holds more than one badge of the same kind.',
    why: 'The standard allows one, so only the first was read.',
    next: 'Check that what is shown is the badge you received.',
  },
  'png.broken-chunk': {
    found: 'The badge inside the picture cannot be taken out.',
    why: 'Its compressed part is damaged, or a required separator is missing.',
    next: 'Download the badge picture again from the site that issued it.',
  },
  'baked.unknown-text': {
    found: 'The text inside the picture does not have the form of a badge.',
    why: 'It is neither JSON, nor a signed token, nor the address of a badge.',
    next: 'Download the badge picture again from the site that issued it.',
  },
  'svg.syntax': {
    found: 'The file cannot be read as an SVG picture.',
    why: 'Characters are missing, or the file ends too early.',
    next: 'Copy it again from where it came from.',
  },
  'svg.no-badge': {
    found: 'There is no badge inside the SVG picture.',
    why: 'Saving it again in a drawing program removes the badge it carried.',
    next: 'Add the picture as received from the site that issued it.',
  },
  'svg.doctype': {
    found: 'The SVG picture has a document type declaration (DOCTYPE).',
    why: 'It is an old way of writing that can also be used to call in outside data, so it was passed over.',
    next: 'Nothing needs to be done; it does not touch the content of the badge.',
  },
  'svg.several-elements': {
    found: 'The SVG picture holds more than one badge of the same kind.',
    why: 'The standard allows one, so only the first was read.',
    next: 'Check that what is shown is the badge you received.',
  },
  'zip.broken': {
    found: 'The ZIP file is damaged.',
    why: 'It ends too early, or what it says of its content is not what it holds.',
    next: 'Copy it again from where it came from, or compress the files again.',
  },
  'zip.too-many-entries': {
    found: 'The ZIP holds too many files.',
    why: 'More than 100,000 is either a mistake or an attempt to bring a computer to a halt.',
    next: 'Divide the files among several ZIPs.',
  },
  'zip.ratio': {
    found: 'Unpacking was stopped because the file grows abnormally.',
    why: 'A small file that becomes enormous is a common way to bring a computer to a halt.',
    next: 'Ask the sender where the file comes from.',
  },
  'zip.overlap': {
    found: 'Files inside the ZIP overlap one another.',
    why: 'This never happens in ordinary compression and is a known way to bring a computer to a halt.',
    next: 'Ask the sender where the file comes from, and to compress the files again.',
  },
  'zip.nested-too-deep': {
    found: 'There is a ZIP inside a ZIP inside a ZIP.',
    why: 'To avoid unpacking without end, only one ZIP inside another is opened.',
    next: 'Take the inner ZIP out and add it directly.',
  },
  'zip.encrypted': {
    found: 'A file inside the ZIP is protected by a password.',
    why: 'This program never asks for passwords of files, so it cannot look inside.',
    next: 'Unpack it with the password and add the files themselves.',
  },
  'zip.unsupported-compression': {
    found: 'The compression method is not supported.',
    why: 'Only the methods of ordinary ZIP files are read.',
    next: 'Unpack the files and compress them again as an ordinary ZIP.',
  },
  'table.syntax': {
    found: 'The file cannot be read as a table.',
    why: 'A quotation mark is never closed, or the inside of the Excel file is damaged.',
    next: 'Open it in Excel, check it, save it again, and add it.',
  },
  'table.no-sheet': {
    found: 'There is no table in the Excel file.',
    why: 'It has no sheet that could be read, or it is not an Excel workbook.',
    next: 'Save the workbook with the sheet that holds the list visible, and add it again.',
  },
  'table.not-text': {
    found: 'The file is neither CSV nor an Excel file.',
    why: 'It is a file of another kind, or written in a character encoding that cannot be told.',
    next: 'Open it in Excel, save it as “CSV UTF-8” or an Excel workbook (.xlsx), and add it.',
  },
  'table.old-excel': {
    found: 'The file is an old Excel file (.xls), or one with a password.',
    why: 'Neither can be read.',
    next: 'Open it in Excel, remove the password, and save it as an Excel workbook (.xlsx) or CSV.',
  },
  'table.sheet-unknown': {
    found: 'The sheet that was chosen is not in this file.',
    why: 'Reading another sheet would give a wrong roster.',
    next: 'Choose a sheet that is in the file.',
  },
  'table.ods': {
    found: 'The file is an OpenDocument spreadsheet (.ods).',
    why: 'This format cannot be read.',
    next: 'Open it in LibreOffice, save it as an Excel workbook (.xlsx) or CSV, and add it.',
  },
  'table.xlsb': {
    found: 'The file is an Excel binary workbook (.xlsb).',
    why: 'This format cannot be read.',
    next: 'Open it in Excel, save it as an Excel workbook (.xlsx), and add it.',
  },
  'table.numbers': {
    found: 'The file is a Numbers document.',
    why: 'This format cannot be read.',
    next: 'Open it in Numbers, export it to Excel or CSV, and add that file.',
  },
  'table.excel-2003-xml': {
    found: 'The file is an XML Spreadsheet 2003.',
    why: 'This format cannot be read.',
    next: 'Open it in Excel, save it as an Excel workbook (.xlsx), and add it.',
  },
  'table.html': {
    found: 'The file is a web page (HTML), even where its name ends in .xls.',
    why: 'Rows and columns cannot be taken from it reliably.',
    next: 'Open it in Excel, save it as an Excel workbook (.xlsx), and add it.',
  },
  'table.pdf': {
    found: 'The file is a PDF.',
    why: 'Rows and columns cannot be taken from it reliably.',
    next: 'Open the original table in Excel and save it as an Excel workbook (.xlsx) or CSV.',
  },
  'table.iso-2022-jp': {
    found: 'The text is encoded in ISO-2022-JP (JIS).',
    why: 'Tables in this encoding are not read.',
    next: 'Open it in a text editor, save it as UTF-8, and add it.',
  },
  'table.in-zip': {
    found: 'The file is a ZIP with tables in it.',
    why: 'It cannot be decided which of them to read.',
    next: 'Extract the ZIP and add the table itself.',
  },
  'archive.closed': {
    found: 'The file is an archive that cannot be opened here (7z, LZH, RAR, tar.gz, a split ZIP or similar).',
    why: 'The files in it cannot be read, so it is unknown whether they are badges.',
    next: 'Extract it, and add the files or the folder.',
  },
}
