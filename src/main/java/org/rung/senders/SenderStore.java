package org.rung.senders;

import static org.jooq.impl.DSL.field;
import static org.rung.db.Tables.BRAND_CAMPAIGNS;
import static org.rung.db.Tables.BREAKERS;
import static org.rung.db.Tables.FAILOVERS;
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
import org.jooq.SelectOnConditionStep;
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
        return senders()
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .orderBy(SENDERS.SENDER_ID)
                .fetch(SenderStore::sender);
    }

    /** Of every organization, those that are not retired. */
    Map<OrganizationId, List<Sender>> everywhere() {
        return senders()
                .where(SENDERS.RETIRED_AT.isNull())
                .orderBy(SENDERS.SENDER_ID)
                .fetchGroups(SENDERS.ORGANIZATION_ID, SenderStore::sender);
    }

    Optional<Sender> usual(OrganizationId organizationId) {
        return senders()
                .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                .and(SENDERS.RETIRED_AT.isNull())
                .orderBy(field(SENDERS.PAUSED_AT.isNotNull()), SENDERS.SENDER_ID)
                .limit(1)
                .fetchOptional(SenderStore::sender);
    }

    boolean anyRuns() {
        return dsl.fetchExists(SENDERS, SENDERS.RETIRED_AT.isNull().and(SENDERS.PAUSED_AT.isNull()));
    }

    /** By one key; a service's own id comes before the number that it used. */
    Optional<AddressOwner> owner(String accountSid, Collection<String> addresses) {
        return senders()
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
        Pacing pacing = Pacing.of(gateway, draft.address());
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
                    .set(SENDERS.KIND, pacing.kind())
                    .set(SENDERS.COUNTRY, pacing.country())
                    .set(SENDERS.AREA, pacing.area())
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

    /** Those of the same account that ran until now. */
    boolean pauseAccount(OrganizationId organizationId, String accountSid, String reason, Instant now) {
        return dsl.update(SENDERS)
                        .set(SENDERS.PAUSED_AT, now)
                        .set(SENDERS.PAUSE_REASON, reason)
                        .where(SENDERS.ORGANIZATION_ID.eq(organizationId))
                        .and(SENDERS.ACCOUNT_SID.eq(accountSid))
                        .and(SENDERS.RETIRED_AT.isNull())
                        .and(SENDERS.PAUSED_AT.isNull())
                        .execute()
                > 0;
    }

    Optional<Sender> find(OrganizationId organizationId, SenderId senderId) {
        return senders().where(one(organizationId, senderId)).fetchOptional(SenderStore::sender);
    }

    /** Those that a failover may have stood in for and whose account is not silent, and whose they are. */
    Map<SenderId, OrganizationId> answered(Gateway gateway) {
        return dsl.select(SENDERS.SENDER_ID, SENDERS.ORGANIZATION_ID)
                .from(SENDERS)
                .join(FAILOVERS)
                .on(FAILOVERS.ORGANIZATION_ID.eq(SENDERS.ORGANIZATION_ID))
                .leftJoin(BREAKERS)
                .on(BREAKERS.GATEWAY.eq(SENDERS.GATEWAY))
                .and(BREAKERS.ACCOUNT_SID.eq(SENDERS.ACCOUNT_SID))
                .where(SENDERS.GATEWAY.eq(gateway))
                .and(SENDERS.RETIRED_AT.isNull())
                .and(SENDERS.PAUSED_AT.isNull())
                .and(BREAKERS.STATE.isNull().or(BREAKERS.STATE.ne(BreakerState.OPEN)))
                .fetchMap(SENDERS.SENDER_ID, SENDERS.ORGANIZATION_ID);
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

    /** What was texted from it stays; what waits for it finds another. */
    boolean retire(OrganizationId organizationId, SenderId senderId, Instant now) {
        return dsl.update(SENDERS)
                        .set(SENDERS.RETIRED_AT, now)
                        .where(one(organizationId, senderId))
                        .and(SENDERS.RETIRED_AT.isNull())
                        .execute()
                == 1;
    }

    static Condition one(OrganizationId organizationId, SenderId senderId) {
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
                Optional.ofNullable(row.get(SENDERS.PAUSE_REASON)),
                pacing(row));
    }

    static Pacing pacing(Record row) {
        return new Pacing(
                row.get(SENDERS.GATEWAY) == Gateway.SIMULATOR ? SenderKind.SIMULATOR : row.get(SENDERS.KIND),
                Optional.ofNullable(row.get(SENDERS.RATE)),
                row.get(SENDERS.NUMBERS),
                row.get(SENDERS.COUNTRY),
                row.get(SENDERS.AREA),
                Optional.ofNullable(row.get(BRAND_CAMPAIGNS.CODE))
                        .map(code -> new Registration(
                                row.get(BRAND_CAMPAIGNS.BRAND),
                                code,
                                CarrierClass.valueOf(row.get(BRAND_CAMPAIGNS.CARRIER_CLASS)),
                                row.get(BRAND_CAMPAIGNS.USE_CASE),
                                row.get(BRAND_CAMPAIGNS.STATUS),
                                Optional.ofNullable(row.get(BRAND_CAMPAIGNS.VETTING))
                                        .map(Short::intValue))));
    }

    private SelectOnConditionStep<Record> senders() {
        return senders(dsl);
    }

    /** With the registration that they share with others. */
    static SelectOnConditionStep<Record> senders(DSLContext dsl) {
        return dsl.select()
                .from(SENDERS)
                .leftJoin(BRAND_CAMPAIGNS)
                .on(BRAND_CAMPAIGNS.BRAND_CAMPAIGN_ID.eq(SENDERS.BRAND_CAMPAIGN_ID));
    }
}
