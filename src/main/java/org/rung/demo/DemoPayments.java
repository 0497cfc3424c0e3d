package org.rung.demo;

import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.actions.Money;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.payments.Checkouts;
import org.rung.payments.Connections;
import org.rung.payments.GiveLink;
import org.rung.payments.GiveLinks;
import org.rung.payments.InventedMonths;
import org.rung.payments.PageDraft;
import org.rung.payments.PaymentAccount;
import org.rung.payments.PaymentAccounts;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The union's page to give on, at the simulated provider, and a monthly gift that has just failed: nobody's money moves. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
@Order(9)
class DemoPayments implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPayments.class);

    /** One who has given nothing by another way. */
    private static final int MONTHLY = 21;

    private final PaymentAccounts accounts;
    private final Connections connections;
    private final Checkouts checkouts;
    private final GiveLinks links;
    private final InventedMonths months;
    private final Supporters supporters;
    private final Organizations organizations;

    DemoPayments(
            PaymentAccounts accounts,
            Connections connections,
            Checkouts checkouts,
            GiveLinks links,
            InventedMonths months,
            Supporters supporters,
            Organizations organizations) {
        this.accounts = accounts;
        this.connections = connections;
        this.checkouts = checkouts;
        this.links = links;
        this.months = months;
        this.supporters = supporters;
        this.organizations = organizations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var system = new Actor.System(organizations.demo().orElseThrow());
        if (accounts.of(system).keyed()) return;
        try {
            connections.connect(system, Connections.SIMULATED + "demo00000000");
            accounts.change(
                    system,
                    new PageDraft(
                            "eastside",
                            true,
                            "USD",
                            List.of(1_000L, 2_500L, 5_000L, 10_000L),
                            "Your gift pays for the hall, the printer and lawyers when a neighbor is to be evicted."));
            monthly(system);
        } catch (Problem away) {
            LOG.warn("The simulated payment provider did not answer; an admin can connect it under Settings");
        }
    }

    /** So that an organizer sees what it looks like when a month does not come. */
    private void monthly(Actor.System system) {
        PaymentAccount account = accounts.open(system.organization()).orElseThrow();
        Supporter who =
                supporters.byPhone(system, DemoNeighbours.phone(MONTHLY)).getFirst();
        String own = links.address(system, who.supporterId());
        Optional<GiveLink> link = links.byToken(own.substring(own.lastIndexOf('/') + 1));
        months.lastOneFailed(
                checkouts.begin(account, link, new Money(1_500, "USD"), true, "en"),
                who.firstName() + " " + who.lastName());
    }
}
