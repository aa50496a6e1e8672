/** What the launcher says, in French. */
export const fr = {
  // Options
  help: `Usage : npm start -- [options]

Démarre Twinning sur cette machine : PostgreSQL, Temporal, le worker et l’API.

  --port N     port de l’API (par défaut {port})
  --data DIR   dossier qui contient tout ce qui est local (par défaut .twinning)
  --fresh      repartir de zéro : supprime le contenu du dossier de données
  --no-demo    démarrer sans la démonstration
  --rate N     faire passer le temps simulé N fois plus vite (dossier de données neuf seulement)
  --help       afficher cette aide

Environnement : DATABASE_URL et TEMPORAL_ADDRESS désignent vos propres serveurs à la place des serveurs locaux ; avec
DATABASE_URL, TWINNING_ADMIN_URL désigne une connexion d’administration pour les migrations. TEMPORAL_CLI_PATH désigne
un binaire Temporal.`,
  unknownOption: `Option inconnue : {option}. « npm start -- --help » donne la liste des options.`,
  missingValue: `{option} demande une valeur. « npm start -- --help » donne la liste des options.`,
  badPort: `--port demande un nombre de 1 à 65535, pas « {value} ».`,
  badRate: `--rate demande un nombre de 1 à 10000000, pas « {value} ».`,
  oldNode: `Twinning demande Node.js {wanted} ou plus récent ; cette version est {found}. Installez-en une plus récente : https://nodejs.org.`,

  // Steps
  installing: `Installation des paquets …`,
  building: `Construction de ce qui a changé …`,
  startingServers: `Démarrage de {servers} …`,
  migrating: `Mise à jour de la base de données …`,
  startingApps: `Démarrage du worker et de l’API …`,
  and: ` et `,
  madeWithoutDemo: `Ce dossier de données a été créé avec --no-demo, et son registre le dit pour toujours : « npm start -- --fresh » repart de zéro avec la démonstration.`,
  withoutDemo: `Sans la démonstration, le registre est vide au départ : « npx twinning registry import » y charge les membres et les comités de l’ISO.`,
  loadingDemo: `Chargement de la démonstration …`,
  fetching: `Récupération de {name} ({source}) …`,
  crashed: `{name} s’est arrêté ({how}). Redémarrage dans {seconds} s ; son journal est {log}.`,
  restarted: `{name} fonctionne de nouveau.`,
  stopping: `Arrêt en cours …`,
  stopped: `Arrêté.`,
  killed: `Tout a été tué immédiatement.`,
  ready: `
Twinning est prêt ({seconds} s).

  Console         {api}/
  API             {api}/v1
  Documentation   {docs}
  Temporal        {temporal}
  Journaux        {logs}

Connexion : ouvrez la console et choisissez une personne, ou
            npx twinning people            donne la liste des personnes
            npx twinning token <personne>  affiche un jeton pour l’une d’elles
Ctrl-C arrête tout.`,
  dataHint: `Les commandes trouvent cette instance par TWINNING_DATA={data}.`,
  rateNote: `Le temps simulé passe {rate} fois plus vite que le temps réel.`,
  alreadyRunning: `Twinning fonctionne déjà sur ce dossier de données (processus {pid}) : {api}  (documentation : {docs})`,
  alreadyStarting: `Twinning démarre déjà sur ce dossier de données (processus {pid}).`,
  noDemoOnOwnDatabase: `DATABASE_URL est défini : la démonstration n’est pas chargée dans votre propre base de données.`,
  noAdminUrl: `TWINNING_ADMIN_URL n’est pas défini : la base de données est utilisée telle quelle, sans migration.`,

  // Faults
  freshWhileRunning: `--fresh ne peut pas supprimer {data} : Twinning l’utilise (processus {pid}). Arrêtez-le par Ctrl-C dans son terminal, puis redémarrez.`,
  notOurFolder: `{data} contient des fichiers étrangers à Twinning. Donnez un dossier vide ou nouveau avec --data.`,
  folderDenied: `Impossible d’écrire dans {data} ({reason}). Donnez un autre dossier avec --data, ou donnez-vous l’accès à celui-ci.`,
  rateFixed: `{data} a été créé avec un temps au rythme {stored} ; il ne peut pas passer à {rate}. Ajoutez --fresh pour repartir de zéro, ou prenez un autre dossier --data.`,
  portTaken: `Le port {port} est pris par un autre programme. Choisissez-en un autre : npm start -- --port {other}`,
  installFailed: `Les paquets n’ont pas pu être installés ; la raison figure ci-dessus. Vérifiez le réseau ou le registre utilisé par npm, puis redémarrez.`,
  buildFailed: `La construction a échoué. Ses dernières lignes :\n{tail}\nLe tout : {log}`,
  postgresPlatform: `Il n’existe pas de PostgreSQL embarqué pour {platform}. Définissez DATABASE_URL et TWINNING_ADMIN_URL vers votre propre serveur (15 ou plus récent).`,
  postgresPackage: `Les binaires PostgreSQL pour {platform} ne sont pas installés. Lancez « npm install --include=optional », ou définissez DATABASE_URL et TWINNING_ADMIN_URL vers votre propre serveur.`,
  postgresUser: `PostgreSQL ne s’exécute pas en tant que root, et l’utilisateur « postgres » n’a pas pu être créé ({reason}). Créez-le, démarrez sous un autre utilisateur, ou définissez DATABASE_URL.`,
  postgresInit: `PostgreSQL n’a pas pu créer son dossier {cluster}. Message :\n{tail}`,
  postgresStart: `PostgreSQL n’a pas démarré sur {cluster}. Ses dernières lignes :\n{tail}\nLes données sont intactes. Si elles peuvent disparaître, « npm start -- --fresh » repart de zéro ; sinon restaurez une sauvegarde, ou définissez DATABASE_URL vers un autre serveur.`,
  postgresPassword: `PostgreSQL refuse les mots de passe de {file}. Remettez le bon fichier, ou repartez de zéro avec --fresh.`,
  databaseAway: `La base de données de {variable} ne répond pas : {reason}. Vérifiez l’adresse, le mot de passe et que le serveur fonctionne ; ou retirez {variable} pour utiliser le PostgreSQL local.`,
  temporalAway: `Temporal ne répond pas à {address} (TEMPORAL_ADDRESS). Vérifiez l’adresse et que le serveur fonctionne, ou retirez cette variable pour en utiliser un local.`,
  temporalStart: `Le serveur de développement Temporal n’a pas démarré sur le port {port}. Ses dernières lignes :\n{tail}\nSi son fichier {file} est abîmé, supprimez-le : PostgreSQL fait foi, et « npx twinning recover » recrée les workflows.`,
  temporalStartMemory: `Le serveur de développement Temporal n’a pas démarré sur le port {port}. Ses dernières lignes :\n{tail}`,
  binaryPath: `{variable} désigne {path}, qui n’est pas un programme. Corrigez cette variable ou retirez-la.`,
  binaryMissing: `{name} est introuvable et n’a pas pu être récupéré. Essais :\n{tried}\nInstallez-le (https://docs.temporal.io/cli) dans le PATH, ou définissez {variable} vers son chemin{more}.`,
  binaryMissingAddress: `, ou définissez TEMPORAL_ADDRESS vers un serveur qui fonctionne`,
  triedVariable: `{variable} n’est pas défini`,
  triedPath: `pas de {name} dans le PATH`,
  triedCache: `rien dans le cache {folder}`,
  sourceDownload: `le téléchargement officiel`,
  sourcePip: `python3 -m pip, {requirement}`,
  migrateFailed: `La base de données n’a pas pu être mise à jour. Dernières lignes :\n{tail}\nLe tout : {log}`,
  prepareFailed: `Temporal n’a pas pu être préparé (attributs de recherche). Dernières lignes :\n{tail}\nLe tout : {log}`,
  appFailed: `{name} ne démarre pas. Ses dernières lignes :\n{tail}\nLe tout : {log}`,
  notReady: `L’API n’est pas devenue prête en {seconds} s. Sa réponse : {answer}\nJournaux : {logs}`,
  demoFailed: `La démonstration n’a pas pu être chargée ; tout le reste fonctionne. Dernières lignes :\n{tail}\nLe tout : {log}`,
  unexpected: `Un problème inattendu est survenu : {reason}\nDétails : {log}`,
};
