package org.rung.giving;

import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An organization with its ladders, as one that was founded by hand has. */
public final class Founding {
    private Founding() {}

    public static NewOrganization found(ApplicationContext house, NewOrganization here) {
        new TransactionTemplate(house.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> house.publishEvent(new OrganizationFounded(here.organizationId())));
        return here;
    }
}
