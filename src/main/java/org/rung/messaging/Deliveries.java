package org.rung.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.OrganizationId;
import org.rung.database.Gathering;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Reports;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What providers report of the texts that they have: two or three times of each. Reports about texts of one organization
 * that come in at the same moment share a transaction.
 */
@Service
public class Deliveries implements Reports {
    private static final int AT_ONCE = 200;

    private final Reporting reporting;
    private final Map<OrganizationId, Gathering<DeliveryReport, Boolean>> gatherings = new ConcurrentHashMap<>();

    Deliveries(Reporting reporting) {
        this.reporting = reporting;
    }

    /** Takes a report in any order and any number of times; true when it moved a text of this organization. */
    @Override
    public boolean report(OrganizationId organizationId, DeliveryReport report) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? reporting.take(organizationId, List.of(report)).getFirst()
                : gatherings
                        .computeIfAbsent(
                                organizationId,
                                here -> new Gathering<>(AT_ONCE, reports -> reporting.take(here, reports)))
                        .over(report);
    }
}
