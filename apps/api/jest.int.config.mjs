export { default } from '../../jest.int.mjs';
