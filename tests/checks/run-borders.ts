import { checkBorders } from './borders.ts';

const { seen, problems } = checkBorders(process.cwd());
for (const problem of problems) console.error(problem);
console.log(`${seen} source files seen, ${problems.length} borders crossed`);
process.exitCode = problems.length === 0 ? 0 : 1;
