export * from './agreement-service.js';
export * from './app-module.js';
export * from './bundle.js';
export * from './config.js';
export * from './evidence-service.js';
export * from './sweep.js';
export * from './temporal-worker.js';
