package org.rung.senders;

import static org.jooq.impl.DSL.field;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.accounts.Secrets;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Senders and their sealed tokens. */
@Repository
class SenderStore {
    private static final Logger LOG = LoggerFactory.getLogger(SenderStore.class);

    private final DSLContext dsl;
    private final Secrets secrets;

    SenderStore(DSLContext dsl, Secrets secrets) {
        this.dsl = dsl;
        this.secrets = secrets;
    }

    List<Sender> all(OrganizationId organizationId) {
        return dsl.selectFrom(SENDERS)
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .orderBy(SENDERS.SENDER_ID)
                .fetch(SenderStore::sender);
    }

    Optional<Sender> usual(OrganizationId organizationId) {
        return dsl.selectFrom(SENDERS)
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .orderBy(field(SENDERS.PAUSED_AT.isNotNull()), SENDERS.SENDER_ID)
                .limit(1)
                .fetchOptional(SenderStore::sender);
    }

    /** By one key; a service's own id comes before the number that it used. */
    Optional<AddressOwner> owner(String accountSid, Collection<String> addresses) {
        return dsl.selectFrom(SENDERS)
                .where(SENDERS.ACCOUNT_SID.eq(accountSid))
                .and(SENDERS.ADDRESS.in(addresses))
                .and(SENDERS.RETIRED_AT.isNull())
                .orderBy(SENDERS.ADDRESS.desc())
                .limit(1)
                .fetchOptional(row -> new AddressOwner(
                        row.get(SENDERS.ORGANIZATION_ID),
                        sender(row),
                        Stream.of(row.get(SENDERS.TOKEN_SEALED), row.get(SENDERS.PREVIOUS_TOKEN_SEALED))
                                .filter(Objects::nonNull)
                                .map(secrets::open)
                                .toList()));
    }

    Optional<String> simulatedToken(String accountSid) {
        return dsl.select(SENDERS.TOKEN_SEALED)
                .from(SENDERS)
                .where(SENDERS.ACCOUNT_SID.eq(accountSid))
                .and(SENDERS.GATEWAY.eq(Gateway.SIMULATOR))
                .and(SENDERS.RETIRED_AT.isNull())
                .limit(1)
                .fetchOptional(SENDERS.TOKEN_SEALED)
                .map(secrets::open);
    }

    /** A sender whose token no configured key opens is missing from the answer. */
    Map<SenderId, SenderKeys> keys(Collection<SenderId> senders) {
        Map<SenderId, SenderKeys> keys = new HashMap<>();
        dsl.selectFrom(SENDERS).where(SENDERS.SENDER_ID.in(senders)).fetch().forEach(row -> {
            try {
                keys.put(
                        row.get(SENDERS.SENDER_ID),
                        new SenderKeys(
                                row.get(SENDERS.GATEWAY),
                                row.get(SENDERS.ACCOUNT_SID),
                                row.get(SENDERS.ADDRESS),
                                secrets.open(row.get(SENDERS.TOKEN_SEALED))));
            } catch (Problem closed) {
                LOG.error(
                        "The token of sender {} cannot be opened: {}", row.get(SENDERS.SENDER_ID), closed.getMessage());
            }
        });
        return keys;
    }

    void add(OrganizationId organizationId, SenderId senderId, Gateway gateway, SenderDraft draft, Instant now) {
        try {
            dsl.insertInto(SENDERS)
                    .set(SENDERS.SENDER_ID, senderId)
                    .set(SENDERS.ORGANIZATION_ID, organizationId)
                    .set(SENDERS.GATEWAY, gateway)
                    .set(SENDERS.ACCOUNT_SID, draft.accountSid())
                    .set(SENDERS.ADDRESS, draft.address())
                    .set(SENDERS.TOKEN_SEALED, secrets.seal(draft.token()))
                    .set(SENDERS.LABEL, draft.label())
                    .set(SENDERS.PROVIDER_ANSWERS_STOP, draft.providerAnswersStop())
                    .set(SENDERS.CREATED_AT, now)
                    .execute();
        } catch (DuplicateKeyException taken) {
            throw new Problem.Conflict("problem.sender-taken");
        }
    }

    /** The old token still opens webhooks that were signed with it. */
    boolean rotate(OrganizationId organizationId, SenderId senderId, String token) {
        return dsl.update(SENDERS)
                        .set(SENDERS.PREVIOUS_TOKEN_SEALED, SENDERS.TOKEN_SEALED)
                        .set(SENDERS.TOKEN_SEALED, secrets.seal(token))
                        .where(one(organizationId, senderId))
                        .execute()
                == 1;
    }

    /** False when it paused already: the first reason stays. */
    boolean pause(OrganizationId organizationId, SenderId senderId, String reason, Instant now) {
        return dsl.update(SENDERS)
                        .set(SENDERS.PAUSED_AT, now)
                        .set(SENDERS.PAUSE_REASON, reason)
                        .where(one(organizationId, senderId))
                        .and(SENDERS.PAUSED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean resume(OrganizationId organizationId, SenderId senderId) {
        return dsl.update(SENDERS)
                        .setNull(SENDERS.PAUSED_AT)
                        .setNull(SENDERS.PAUSE_REASON)
                        .where(one(organizationId, senderId))
                        .execute()
                == 1;
    }

    boolean answersStop(OrganizationId organizationId, SenderId senderId, boolean provider) {
        return dsl.update(SENDERS)
                        .set(SENDERS.PROVIDER_ANSWERS_STOP, provider)
                        .where(one(organizationId, senderId))
                        .execute()
                == 1;
    }

    private static Condition one(OrganizationId organizationId, SenderId senderId) {
        return SENDERS.SENDER_ID.eq(senderId).and(SENDERS.ORGANIZATION_ID.eq(organizationId));
    }

    private static Sender sender(Record row) {
        return new Sender(
                row.get(SENDERS.SENDER_ID),
                row.get(SENDERS.GATEWAY),
                row.get(SENDERS.ACCOUNT_SID),
                row.get(SENDERS.ADDRESS),
                row.get(SENDERS.LABEL),
                row.get(SENDERS.PROVIDER_ANSWERS_STOP),
                Optional.ofNullable(row.get(SENDERS.PAUSED_AT)),
                Optional.ofNullable(row.get(SENDERS.PAUSE_REASON)));
    }
}
