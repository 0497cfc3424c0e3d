package org.rung.texting;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** People by what they answered: the key is a campaign and its question, joined by a colon; the values are answers. */
@Repository
class AnsweredStore implements Criterion {

    private final DSLContext db;
    private final PastCampaignStore campaigns;

    AnsweredStore(DSLContext db, PastCampaignStore campaigns) {
        this.db = db;
        this.campaigns = campaigns;
    }

    @Override
    public String kind() {
        return "answered";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        int colon = line.key().indexOf(':');
        if (colon < 0) {
            throw new Problem.Invalid("key", "problem.filter-answer");
        }
        var campaign = campaigns
                .known(organizationId, List.of(line.key().substring(0, colon)))
                .getFirst();
        return SUPPORTERS.SUPPORTER_ID.in(select(ANSWERS.SUPPORTER_ID)
                .from(ANSWERS)
                .where(ANSWERS.ORGANIZATION_ID.eq(organizationId))
                .and(ANSWERS.CAMPAIGN_ID.eq(campaign))
                .and(ANSWERS.QUESTION_KEY.eq(line.key().substring(colon + 1)))
                .and(ANSWERS.ANSWER_KEY.in(line.values())));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.selectDistinct(ANSWERS.CAMPAIGN_ID, CAMPAIGNS.NAME, ANSWERS.QUESTION_KEY, ANSWERS.ANSWER_KEY)
                .from(ANSWERS)
                .join(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(ANSWERS.CAMPAIGN_ID))
                .where(ANSWERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(ANSWERS.CAMPAIGN_ID.desc(), ANSWERS.QUESTION_KEY, ANSWERS.ANSWER_KEY)
                .limit(200)
                .fetch(row -> new Choice(
                        row.value1().text() + ":" + row.value3(),
                        row.value4(),
                        row.value2() + " · " + row.value3() + " → " + row.value4()));
    }
}
