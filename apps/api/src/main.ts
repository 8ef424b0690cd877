import { readConfig } from '@wilma/platform';
import { createApp } from './app.js';

const config = readConfig();
const app = await createApp(config);
await app.listen(config.port, config.host);
console.log(`api is listening on ${config.host}:${String(config.port)}`);
