declare module '*.css';
declare module 'virtual:command-forms' {
  const forms: import('./forms/schema.js').Forms;
  export default forms;
}
