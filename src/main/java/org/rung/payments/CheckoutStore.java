package org.rung.payments;

import static org.rung.db.Tables.CHECKOUTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.actions.Money;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class CheckoutStore {
    private final DSLContext db;

    CheckoutStore(DSLContext db) {
        this.db = db;
    }

    void add(Checkout checkout, Money amount, Instant now) {
        db.insertInto(CHECKOUTS)
                .set(CHECKOUTS.CHECKOUT_ID, checkout.checkoutId())
                .set(CHECKOUTS.ORGANIZATION_ID, checkout.organizationId())
                .set(CHECKOUTS.SUPPORTER_ID, checkout.supporterId().orElse(null))
                .set(CHECKOUTS.STATE, CheckoutState.OPEN)
                .set(CHECKOUTS.MONTHLY, checkout.monthly())
                .set(CHECKOUTS.MINOR, amount.minor())
                .set(CHECKOUTS.CURRENCY, amount.currency())
                .set(CHECKOUTS.LANGUAGE, checkout.language())
                .set(CHECKOUTS.CREATED_AT, now)
                .execute();
    }

    void started(OrganizationId organizationId, CheckoutId checkoutId, String sessionId) {
        db.update(CHECKOUTS)
                .set(CHECKOUTS.SESSION_ID, sessionId)
                .where(CHECKOUTS.ORGANIZATION_ID.eq(organizationId), CHECKOUTS.CHECKOUT_ID.eq(checkoutId))
                .execute();
    }

    Optional<Checkout> find(OrganizationId organizationId, CheckoutId checkoutId) {
        return db.selectFrom(CHECKOUTS)
                .where(CHECKOUTS.ORGANIZATION_ID.eq(organizationId), CHECKOUTS.CHECKOUT_ID.eq(checkoutId))
                .fetchOptional(row -> new Checkout(
                        row.getCheckoutId(),
                        row.getOrganizationId(),
                        Optional.ofNullable(row.getSupporterId()),
                        row.getMonthly(),
                        row.getLanguage()));
    }

    /** The latest begun first. */
    List<CheckoutRow> page(OrganizationId here, Optional<CheckoutState> state, Optional<CheckoutId> after, int limit) {
        return db.selectFrom(CHECKOUTS)
                .where(
                        CHECKOUTS.ORGANIZATION_ID.eq(here),
                        state.map(CHECKOUTS.STATE::eq).orElseGet(DSL::noCondition),
                        after.map(CHECKOUTS.CHECKOUT_ID::lt).orElseGet(DSL::noCondition))
                .orderBy(CHECKOUTS.CHECKOUT_ID.desc())
                .limit(limit)
                .fetch(row -> new CheckoutRow(
                        row.getCheckoutId(),
                        Optional.ofNullable(row.getSupporterId()),
                        row.getState(),
                        row.getMonthly(),
                        row.getMinor(),
                        row.getCurrency(),
                        row.getCreatedAt(),
                        Optional.ofNullable(row.getEndedAt())));
    }

    /** What was paid stays paid, however late something else is told. */
    void became(OrganizationId organizationId, CheckoutId checkoutId, CheckoutState state, Instant now) {
        db.update(CHECKOUTS)
                .set(CHECKOUTS.STATE, state)
                .set(CHECKOUTS.ENDED_AT, now)
                .where(
                        CHECKOUTS.ORGANIZATION_ID.eq(organizationId),
                        CHECKOUTS.CHECKOUT_ID.eq(checkoutId),
                        CHECKOUTS.STATE.ne(CheckoutState.PAID),
                        CHECKOUTS.STATE.ne(state))
                .execute();
    }
}
