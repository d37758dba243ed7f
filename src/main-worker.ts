import { run } from '#app/run.ts';

await run({ parts: ['worker'], embedded: 'refused' });
