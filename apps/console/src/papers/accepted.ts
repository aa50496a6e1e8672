/** The kinds of files that are taken, as a browser's file chooser knows them. */
export const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.odt';
