package org.rung.texting;

import org.rung.common.OrganizationId;

/** What rooms above show at home may be another for many members at once: open homes look again. */
public record HomesChanged(OrganizationId organizationId) {}
