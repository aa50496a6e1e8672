/** Default port of the API. */
export const DEFAULT_PORT = 4600;

const FLAGS = { '--fresh': 'fresh', '--no-demo': 'noDemo', '--help': 'help', '-h': 'help' };
const VALUES = { '--port': 'port', '--data': 'data', '--rate': 'rate' };

const NONE = { port: null, data: null, rate: null, fresh: false, noDemo: false, help: false };

/**
 * Reads the launcher's options: `{options}`, or `{fault: {code, values}}` for the first thing that is wrong. An option
 * that was not given is null.
 */
export function parseOptions(args) {
  const options = { ...NONE };
  for (let i = 0; i < args.length; i += 1) {
    const [name, inline] = splitOnce(args[i]);
    if (FLAGS[name] !== undefined && inline === undefined) {
      options[FLAGS[name]] = true;
      continue;
    }
    if (VALUES[name] === undefined) return fault('unknownOption', { option: args[i] });
    let value = inline;
    if (value === undefined) {
      i += 1;
      value = args[i];
    }
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      return fault('missingValue', { option: name });
    }
    options[VALUES[name]] = value;
  }
  return checked(options);
}

function checked(options) {
  const port = options.port === null ? DEFAULT_PORT : Number(options.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return fault('badPort', { value: options.port });
  }
  const rate = options.rate === null ? null : Number(options.rate);
  if (rate !== null && !(rate >= 1 && rate <= 10_000_000)) {
    return fault('badRate', { value: options.rate });
  }
  return { options: { ...options, port, rate } };
}

function splitOnce(arg) {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at === -1 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

const fault = (code, values) => ({ fault: { code, values } });
