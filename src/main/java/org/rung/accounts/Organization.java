package org.rung.accounts;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.rung.common.OrganizationId;

/** The tenant, with its settings. */
public record Organization(
        OrganizationId organizationId,
        String name,
        String slug,
        String country,
        ZoneId zone,
        String language,
        String helpWords,
        String optOutWords,
        LocalTime textingFrom,
        LocalTime textingUntil,
        int firstBatch,
        int replyBatch,
        Duration undo,
        boolean demo) {}
