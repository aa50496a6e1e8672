export { AppModule } from './app-module.js';
export { CommandService, type Answer, type Request } from './commands/service.js';
export { readConfig, type ApiConfig } from './config.js';
export { createApp } from './create-app.js';
export { Matching } from './matching/matching.js';
export { Resources } from './resources.js';
