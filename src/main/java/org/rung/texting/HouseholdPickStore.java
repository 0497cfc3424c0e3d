package org.rung.texting;

import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.HOUSEHOLDS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import org.jooq.Condition;
import org.jooq.Table;
import org.rung.campaigns.CampaignId;

/** One person of each household, of those who could be texted: whoever is known the longest. */
final class HouseholdPickStore {
    private HouseholdPickStore() {}

    /**
     * Of a table "textable" with the columns phone and supporter_id, a table "textable" with the same columns. Numbers that
     * two people share are one row there already.
     */
    static Table<?> first(Table<?> textable) {
        var supporter = field(name("textable", "supporter_id"), SUPPORTER_PHONES.SUPPORTER_ID.getDataType());
        var counted = select(textable.fields())
                .select(rowNumber()
                        .over(partitionBy(coalesce(
                                        HOUSEHOLDS.HOUSEHOLD_ID.coerce(Long.class), supporter.coerce(Long.class)))
                                .orderBy(supporter))
                        .as("nth"))
                .from(textable)
                .leftJoin(HOUSEHOLDS)
                .on(HOUSEHOLDS.SUPPORTER_ID.eq(supporter))
                .asTable("counted");
        return select(asterisk())
                .from(counted)
                .where(field(name("counted", "nth"), Integer.class).eq(1))
                .asTable("textable");
    }

    /** Somebody of this person's household is in the campaign already. */
    static Condition isIn(CampaignId campaignId) {
        var own = HOUSEHOLDS.as("own_household");
        var other = HOUSEHOLDS.as("in_household");
        var there = CONVERSATIONS.as("there");
        return exists(selectOne()
                .from(own)
                .join(other)
                .on(other.ORGANIZATION_ID.eq(own.ORGANIZATION_ID))
                .and(other.HOUSEHOLD_ID.eq(own.HOUSEHOLD_ID))
                .join(there)
                .on(there.CAMPAIGN_ID.eq(campaignId))
                .and(there.SUPPORTER_ID.eq(other.SUPPORTER_ID))
                .where(own.SUPPORTER_ID.eq(SUPPORTER_PHONES.SUPPORTER_ID)));
    }
}
