import { run } from '#app/run.ts';

await run({ parts: ['web'], embedded: 'refused' });
