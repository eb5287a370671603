// What a program reads of a file, as JSON; the arguments are its name and the file.
import { readFileSync } from 'node:fs'

const [program, file] = process.argv.slice(1)
const text = readFileSync(file, 'utf8')

async function citationJs () {
  const { Cite } = await import('@citation-js/core')
  await import('@citation-js/plugin-bibtex')
  await import('@citation-js/plugin-ris')
  // It takes an abstract that holds an entry for the beginning of a file of BibTeX, so that RIS has to be named.
  const options = file.endsWith('.ris') ? { forceType: '@ris/file' } : {}
  return new Cite(text, options).data
}

async function betterBibtex () {
  const { parse } = await import('@retorquere/bibtex-parser')
  return parse(text)
}

const read = await (program === 'citation-js' ? citationJs() : betterBibtex())
process.stdout.write(JSON.stringify(read))
