/** Binds the contract of documents to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { documentContract } from '../document.contract.ts';
import { correctDocument, enterDocument, putDocumentBack, takeDocumentOut } from './document.commands.ts';
import { attachFile, detachFile, readDocumentFile } from './document.files.ts';
import { listDocuments, nextNumber, readDocument } from './document.reads.ts';
import { confirmReceipt, listRecipients, recallDocument, sendDocument } from './document.recipients.ts';

export const documentRoutes = [
  bind(documentContract.list, listDocuments),
  bind(documentContract.nextNumber, nextNumber),
  bind(documentContract.document, readDocument),
  bind(documentContract.file, readDocumentFile),
  bind(documentContract.enter, enterDocument),
  bind(documentContract.correct, correctDocument),
  bind(documentContract.takeOut, takeDocumentOut),
  bind(documentContract.putBack, putDocumentBack),
  bind(documentContract.attach, attachFile),
  bind(documentContract.detach, detachFile),
  bind(documentContract.send, sendDocument),
  bind(documentContract.recall, recallDocument),
  bind(documentContract.confirm, confirmReceipt),
  bind(documentContract.recipients, listRecipients),
];
