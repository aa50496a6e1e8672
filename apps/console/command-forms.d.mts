/** Names of all commands on agreements. */
export function commandNames(): readonly string[];
