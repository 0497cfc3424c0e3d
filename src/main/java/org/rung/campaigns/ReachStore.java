package org.rung.campaigns;

import static org.rung.db.Tables.CAMPAIGN_TEXTERS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SCRIPTS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.TEXTER_LANGUAGES;
import static org.rung.db.Tables.TURFS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
import org.rung.people.SupporterId;
import org.rung.scripts.ScriptId;
import org.rung.turf.TurfId;
import org.rung.turf.Turfs;
import org.springframework.stereotype.Repository;

/** Reads of the rooms below: whom a campaign would reach, and what it may refer to. */
@Repository
class ReachStore {
    private final DSLContext db;
    private final Turfs turfs;
    private final ContactRules contactRules;
    private final Suppressions suppressions;

    ReachStore(DSLContext db, Turfs turfs, ContactRules contactRules, Suppressions suppressions) {
        this.db = db;
        this.turfs = turfs;
        this.contactRules = contactRules;
        this.suppressions = suppressions;
    }

    boolean hasTurf(OrganizationId organizationId, TurfId turfId) {
        return db.fetchExists(TURFS, TURFS.ORGANIZATION_ID.eq(organizationId).and(TURFS.TURF_ID.eq(turfId)));
    }

    boolean hasScript(OrganizationId organizationId, ScriptId scriptId) {
        return db.fetchExists(
                SCRIPTS, SCRIPTS.ORGANIZATION_ID.eq(organizationId).and(SCRIPTS.SCRIPT_ID.eq(scriptId)));
    }

    Optional<String> turfName(OrganizationId organizationId, TurfId turfId) {
        return db.select(TURFS.NAME)
                .from(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organizationId).and(TURFS.TURF_ID.eq(turfId)))
                .fetchOptional(TURFS.NAME);
    }

    Optional<String> scriptName(OrganizationId organizationId, ScriptId scriptId) {
        return db.select(SCRIPTS.NAME)
                .from(SCRIPTS)
                .where(SCRIPTS.ORGANIZATION_ID.eq(organizationId).and(SCRIPTS.SCRIPT_ID.eq(scriptId)))
                .fetchOptional(SCRIPTS.NAME);
    }

    /** Those of them who may text here now. */
    Set<MemberId> whoMayText(OrganizationId organizationId, Collection<MemberId> members) {
        return db
                .select(MEMBERS.MEMBER_ID, MEMBERS.ROLES)
                .from(MEMBERS)
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.MEMBER_ID.in(members))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .fetch()
                .stream()
                .filter(row -> row.value2().may(Permission.TEXT))
                .map(row -> row.value1())
                .collect(Collectors.toSet());
    }

    long nameless(OrganizationId organizationId, TurfId turfId) {
        return db.fetchCount(
                SUPPORTERS,
                SUPPORTERS
                        .ORGANIZATION_ID
                        .eq(organizationId)
                        .and(SUPPORTERS.FIRST_NAME.eq(""))
                        .and(SUPPORTERS.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId))));
    }

    /** Numbers of the turf that may be texted, and have had as many first texts as the rule allows. */
    long atLimit(OrganizationId organizationId, CampaignId campaignId, TurfId turfId, ContactRule rule) {
        return db.select(DSL.countDistinct(SUPPORTER_PHONES.PHONE))
                .from(SUPPORTER_PHONES)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.POSITION.eq((byte) 0))
                .and(PHONE_CONSENTS.CONSENT.eq(ConsentKind.OPTED_IN))
                .and(suppressions.free(Optional.of(campaignId.value())))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId)))
                .and(contactRules.atLimit(rule, SUPPORTER_PHONES.ORGANIZATION_ID, SUPPORTER_PHONES.PHONE))
                .fetchSingle()
                .value1();
    }

    /** Numbers of the turf that could be texted, were they not on the do-not-text list, for everything or for this. */
    long suppressed(OrganizationId organizationId, CampaignId campaignId, TurfId turfId) {
        return db.select(DSL.countDistinct(SUPPORTER_PHONES.PHONE))
                .from(SUPPORTER_PHONES)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.POSITION.eq((byte) 0))
                .and(PHONE_CONSENTS.CONSENT.eq(ConsentKind.OPTED_IN))
                .and(DSL.not(suppressions.free(Optional.of(campaignId.value()))))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId)))
                .fetchSingle()
                .value1();
    }

    /** Of the turf's people, by language, the most first; without the usual one. */
    List<LanguageCount> languages(OrganizationId organizationId, CampaignId campaignId, TurfId turfId, String usual) {
        Map<String, Integer> texters = db.select(TEXTER_LANGUAGES.LANGUAGE, DSL.count())
                .from(TEXTER_LANGUAGES)
                .join(CAMPAIGN_TEXTERS)
                .on(CAMPAIGN_TEXTERS.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID))
                .and(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaignId))
                .where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(organizationId))
                .groupBy(TEXTER_LANGUAGES.LANGUAGE)
                .fetchMap(row -> row.value1(), row -> row.value2());
        return db.select(SUPPORTERS.LANGUAGE, DSL.count())
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTERS.LANGUAGE.ne(usual))
                .and(SUPPORTERS.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId)))
                .groupBy(SUPPORTERS.LANGUAGE)
                .orderBy(DSL.count().desc(), SUPPORTERS.LANGUAGE)
                .limit(20)
                .fetch(row -> new LanguageCount(row.value1(), row.value2(), texters.getOrDefault(row.value1(), 0)));
    }

    /** Some of the turf's people, or of everyone, from after that one on. */
    List<SupporterId> some(
            OrganizationId organizationId, Optional<TurfId> turfId, Optional<SupporterId> after, int most) {
        Condition inTurf = turfId.<Condition>map(
                        turf -> SUPPORTERS.SUPPORTER_ID.in(turfs.supporters(organizationId, turf)))
                .orElse(DSL.noCondition());
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .and(inTurf)
                .and(after.<Condition>map(SUPPORTERS.SUPPORTER_ID::gt).orElse(DSL.noCondition()))
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .limit(most)
                .fetch(SUPPORTERS.SUPPORTER_ID);
    }
}
