import { run } from '#app/run.ts';

await run({ parts: ['web', 'worker'], embedded: 'allowed' });
