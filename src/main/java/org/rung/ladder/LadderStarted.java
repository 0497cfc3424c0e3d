package org.rung.ladder;

import java.util.Locale;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which an organization got its first commitment ladder, in this language. */
public record LadderStarted(OrganizationId organizationId, LadderId ladderId, Locale locale) {}
