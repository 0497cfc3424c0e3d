package org.rung.actions;

import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.SUPPORTERS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.Comparison;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** Has given less or more than that in all; the key is the currency. Who never gave has given nothing to be less. */
@Repository
class GaveCriterionStore implements Criterion {
    private final DSLContext db;

    GaveCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "gave";
    }

    @Override
    public List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return List.of(Comparison.MORE, Comparison.LESS);
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var currency = currency(line.key());
        var amount = amount(line, currency);
        var all = DSL.sum(ACTIONS.AMOUNT_MINOR);
        return SUPPORTERS.SUPPORTER_ID.in(db.select(ACTIONS.SUPPORTER_ID)
                .from(ACTIONS)
                .where(
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.TYPE.eq(ActionType.GAVE),
                        ACTIONS.VOIDED_AT.isNull(),
                        ACTIONS.CURRENCY.eq(currency.getCurrencyCode()))
                .groupBy(ACTIONS.SUPPORTER_ID)
                .having(line.compare() == Comparison.MORE ? all.gt(amount) : all.lt(amount)));
    }

    /** By halving the amount one reads what each of them gave. */
    @Override
    public Set<Permission> needs(OrganizationId organizationId, FilterLine line) {
        return Set.of(Permission.SEE_GIVING);
    }

    private static Currency currency(String key) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-currency"));
    }

    private static BigDecimal amount(FilterLine line, Currency currency) {
        var value = line.values().getFirst();
        if (line.values().size() != 1 || !value.matches("\\d{1,12}([.]\\d{1,3})?"))
            throw new Problem.Invalid("filter", "problem.filter-number", String.join(", ", line.values()));
        return new BigDecimal(value)
                .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                .setScale(0, RoundingMode.HALF_UP);
    }

    /** One question: money is counted in the organization's own. */
    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(ORGANIZATIONS.COUNTRY)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(ORGANIZATIONS.COUNTRY)
                .flatMap(country -> Optional.ofNullable(Currency.getInstance(Locale.of("", country))))
                .map(currency -> List.of(new Choice(currency.getCurrencyCode(), "", "")))
                .orElse(List.of());
    }
}
