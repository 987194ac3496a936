/** The primes below 168, without 2. */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163,
  167,
]

/** The powers of 65537 modulo each prime. */
const subgroups = primes.map((prime) => {
  const members = new Set<number>()
  for (let power = 1; !members.has(power); power = (power * 65537) % prime) members.add(power)
  return { prime: BigInt(prime), members }
})

/**
 * Was the modulus made by the faulty library of some smart cards (CVE-2017-15361)? Its primes are powers of 65537 modulo all small primes, so that the key can
 * be factored; practically no other key is like that.
 *
 * @source Nemec, Sys, Svenda, Klinec, Matyas: The Return of Coppersmith's Attack (2017), section 3.4
 */
export const isFactorable = (modulus: bigint): boolean => subgroups.every(({ prime, members }) => members.has(Number(modulus % prime)))
