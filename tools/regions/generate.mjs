// Makes src/KpuSync.Rules/Regions/Data/regions.bin from the npm package idn-area-data. Run it after a new release of that package:
//
//     npm --prefix tools/regions ci --ignore-scripts && npm --prefix tools/regions run generate
//
// The same package version gives the same content. Form, before Brotli: UTF-8, one line per region in the order of the codes,
// first the source and version. A line is a level (p, r, d, v), the step from the region before under the same parent
// (nothing for 1; from 0 for the first), a tab, and the name. Tests in KpuSync.Rules.Tests check counts and NTB's figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../src/KpuSync.Rules/Regions/Data/regions.bin');
const source = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'));

const lastUnder = new Map();
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const regions = [
  ...read('provinces', 'p', titleCase),
  ...read('regencies', 'r', titleCase),
  ...read('districts', 'd'),
  ...read('villages', 'v'),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const text = `idn-area-data ${version}\n${regions.map(line).join('')}`;
const packed = brotliCompressSync(Buffer.from(text), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
});
writeFileSync(target, packed);
console.log(`${regions.length} regions, ${text.length} characters, ${packed.length} bytes packed`);

function read(file, level, rename = (name) => name) {
  const lines = readFileSync(join(source, 'data', `${file}.csv`), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((csvLine) => {
    const fields = fieldsOf(csvLine);
    const name = rename(fields.at(-1)).trim().replace(/\s+/g, ' ');
    if (!name) throw new Error(`${file}: no name in "${csvLine}"`);
    return { level, code: fields[0].replaceAll('.', ''), name };
  });
}

function fieldsOf(csvLine) {
  return [...csvLine.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1)
    .map(([, field]) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}

// The package has these names in capitals only; a person reads "Kabupaten Lombok Barat" more easily.
function titleCase(name) {
  return name.toLowerCase().replace(/\b[a-z]/g, (c) => c.toUpperCase()).replace(/^Dki /, 'DKI ');
}

function line({ level, code, name }) {
  const parentLength = { p: 0, r: 2, d: 4, v: 6 }[level];
  const number = Number(code.slice(parentLength));
  const parent = level + code.slice(0, parentLength);
  const step = number - (lastUnder.get(parent) ?? 0);
  lastUnder.set(parent, number);
  return `${level}${step === 1 ? '' : step}\t${name}\n`;
}
