import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { AccessLog } from '@twinning/engine';
import {
  filesFor,
  filingFor,
  sectionsFor,
  SECTIONS,
  type Agreement,
  type Principal,
  type Section,
} from '@twinning/domain';
import {
  attachmentsOf,
  ClamdScanner,
  erasedAmong,
  fileAttachment,
  judgeFile,
  MAX_AGREEMENT_BYTES,
  PURPOSES,
  type Attachment,
  openVault,
  sha256Of,
  type Purpose,
  type Scanner,
  type Vault,
} from '@twinning/filing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AgreementReader } from '../agreements/reader.js';
import { AppealReader } from '../appeals/reader.js';
import { Caller, Policy } from '../auth/guard.js';
import type { ApiConfig } from '../config.js';
import { correlationOf } from '../problems/correlation.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

const query = z.object({ purpose: z.enum(PURPOSES) });

/** The part of the agreement to which a file belongs: who reads the part reads the file. */
const READ_WITH: Readonly<Record<Purpose, readonly Section[]>> = {
  CV: ['request', 'selection'],
  STATEMENT: ['request'],
  AUTHORITY: ['negotiation'],
  MINUTES: ['execution'],
  EVIDENCE: ['evaluation'],
  OTHER: SECTIONS,
};

/** A tenth of an agreement's place is the most for the files of one body that is no party. */
const OTHERS_SHARE = 10;

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

interface OpenedFiles {
  readonly state: Agreement;
  readonly sections: readonly Section[];
  readonly appeals: boolean;
}

/** Holds the files; the same for every request. */
export class Files {
  private constructor(
    readonly vault: Vault,
    private readonly scanner: Scanner | null,
  ) {}

  static async open({
    dataFolder,
    bucket,
    scanner,
  }: Pick<ApiConfig, 'dataFolder' | 'bucket' | 'scanner'>): Promise<Files> {
    const found = scanner === null ? null : new ClamdScanner(scanner);
    return new Files(await openVault(dataFolder, bucket), found);
  }

  /** Whether the scanner, if there is one, finds malware; throws when it cannot say. */
  async areHarmful(bytes: Buffer): Promise<boolean> {
    return this.scanner !== null && (await this.scanner.findsIn(bytes));
  }
}

/** Files beside an agreement: curricula, minutes, evidence. Commands refer to them by their hash. */
@Policy('AGREEMENT')
@Controller('v1/agreements/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly resources: Resources,
    private readonly reader: AgreementReader,
    private readonly appealReader: AppealReader,
    private readonly files: Files,
    private readonly accesses: AccessLog,
  ) {}

  @Post()
  async file(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Query() given: unknown,
    @Body() body: unknown,
  ) {
    const { state, appeals } = await this.open(caller, id);
    const { purposes, isLimited } = filingFor(caller, state, appeals);
    if (purposes.length === 0) throw new Problem('FORBIDDEN');
    const { purpose } = parseQuery(query, given);
    if (!purposes.includes(purpose)) throw new Problem('FORBIDDEN');
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const judged = judgeFile(bytes);
    if ('fault' in judged) throw new Problem('FILE_NOT_ACCEPTED', { reason: judged.fault });
    const there = await attachmentsOf(this.resources.db, id);
    // The same bytes lie once, by whomever and as whatever they were filed: filed again they take no place.
    const sizeOf = (files: readonly Attachment[]) => {
      const sizes = new Map(files.map((a) => [a.sha256, a.bytes]));
      const isThere = sizes.has(sha256Of(bytes));
      return [...sizes.values()].reduce((sum, size) => sum + size, isThere ? 0 : bytes.length);
    };
    const own = there.filter((a) =>
      caller.member === null ? a.person === caller.person : a.member === caller.member,
    );
    // A body that is no party may not fill the place of those that are.
    if (
      sizeOf(there) > MAX_AGREEMENT_BYTES ||
      (isLimited && sizeOf(own) > MAX_AGREEMENT_BYTES / OTHERS_SHARE)
    ) {
      throw new Problem('FILE_NOT_ACCEPTED', { reason: 'FULL' });
    }
    if (await this.files.areHarmful(bytes)) {
      throw new Problem('FILE_NOT_ACCEPTED', { reason: 'MALWARE' });
    }
    const sha256 = await this.files.vault.put(bytes);
    // Asked only now: an erasure that comes later destroys what was just put there.
    if ((await erasedAmong(this.resources.db, [sha256])).has(sha256)) {
      await this.files.vault.destroy(sha256);
      throw new Problem('FILE_NOT_ACCEPTED', { reason: 'ERASED' });
    }
    const attachment = {
      ...{ sha256, purpose, type: judged.type, bytes: bytes.length },
      ...{ person: caller.person, member: caller.member },
      onBehalfOf: filesFor(caller, state, { purpose, appeals }),
    };
    await fileAttachment(this.resources.db, id, attachment);
    return { sha256, purpose, type: judged.type, bytes: bytes.length };
  }

  @Get()
  async list(@Caller() caller: Principal, @Param('id') id: string) {
    const { state, appeals, sections } = await this.open(caller, id);
    const items = await this.readable(caller, id, sections);
    const hashes = items.map((item) => item.sha256);
    const erased = await erasedAmong(this.resources.db, hashes);
    return {
      items: items.map((item) => ({ ...item, erased: erased.has(item.sha256) })),
      purposes: filingFor(caller, state, appeals).purposes,
    };
  }

  @Get(':hash')
  async one(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Param('hash') hash: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sections } = await this.open(caller, id);
    const filed = (await this.readable(caller, id, sections)).filter((a) => a.sha256 === hash);
    const found = filed.find((a) => a.person === caller.person) ?? filed[0];
    if (found === undefined) throw new Problem('NOT_FOUND');
    // The record says so; what lies in the vault does not count, which may have come back with a backup.
    if ((await erasedAmong(this.resources.db, [hash])).has(hash)) throw new Problem('FILE_ERASED');
    const bytes = await this.files.vault.get(hash);
    if (bytes === null) throw new Problem('NOT_FOUND');
    // Recorded before anything leaves; who filed it knows what is in it.
    if (found.person !== caller.person) {
      await this.accesses.record({
        kind: 'DocumentRead',
        agreement: id,
        caller,
        details: { document: hash, purpose: found.purpose },
        correlation: correlationOf(request),
      });
    }
    const ending = ENDINGS[found.type] ?? 'bin';
    void reply
      .header('Content-Type', found.type)
      // Saved, never shown: whatever is in it does not run on this site.
      .header('Content-Disposition', `attachment; filename="${hash.slice(0, 16)}.${ending}"`)
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .header('X-Content-Type-Options', 'nosniff')
      .header('Cross-Origin-Resource-Policy', 'same-origin')
      .header('Cache-Control', 'no-store')
      .send(bytes);
  }

  /** The agreement with the parts that the caller reads: none of them for a body that only appeals. */
  private async open(caller: Principal, id: string): Promise<OpenedFiles> {
    try {
      const state = await this.reader.state(caller, id);
      return { state, sections: sectionsFor(caller, state), appeals: false };
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'NOT_FOUND')) throw error;
      const { state } = await this.appealReader.open(caller, id);
      return { state, sections: [], appeals: true };
    }
  }

  private async readable(
    caller: Principal,
    id: string,
    sections: readonly Section[],
  ): Promise<readonly Attachment[]> {
    const filed = await this.resources.as(caller)((on) => attachmentsOf(on, id));
    return filed.filter(
      (a) => a.person === caller.person || READ_WITH[a.purpose].every((s) => sections.includes(s)),
    );
  }
}
