import { BucketVault, type Bucket } from './bucket-vault.js';
import { FolderVault } from './folder-vault.js';
import { VaultAfter, type Vault } from './vault.js';

/** In the data folder; with a bucket, there, and what was filed before stays readable in the folder. */
export async function openVault(dataFolder: string, bucket: Bucket | null): Promise<Vault> {
  const folder = await FolderVault.open(dataFolder);
  if (bucket === null) return folder;
  return new VaultAfter(await BucketVault.open(bucket, dataFolder), folder);
}

const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** The bucket of the settings `TWINNING_S3_*`: all of them or none, half a setting would leave files where nobody looks. */
export function bucketIn(env: NodeJS.ProcessEnv): Bucket | null {
  const { TWINNING_S3_ENDPOINT: endpoint, TWINNING_S3_BUCKET: bucket } = env;
  const { TWINNING_S3_KEY_FILE: keyFile, TWINNING_S3_REGION: region = 'us-east-1' } = env;
  if (endpoint === undefined && bucket === undefined && keyFile === undefined) return null;
  if (endpoint === undefined || bucket === undefined || keyFile === undefined) {
    throw new Error(
      'TWINNING_S3_ENDPOINT, TWINNING_S3_BUCKET and TWINNING_S3_KEY_FILE belong together: one of them is missing.',
    );
  }
  if (!/^https?:/.test(endpoint) || !URL.canParse(endpoint)) {
    throw new Error(`TWINNING_S3_ENDPOINT is no http address: ${endpoint}`);
  }
  if (!BUCKET_NAME.test(bucket)) {
    throw new Error(`TWINNING_S3_BUCKET is no name of a bucket: ${bucket}`);
  }
  return { endpoint, bucket, keyFile, region };
}
