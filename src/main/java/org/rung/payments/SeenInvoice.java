package org.rung.payments;

import java.util.List;
import java.util.Optional;

/** One month of a standing gift: the payments that were tried for it. */
public record SeenInvoice(Optional<String> subscription, List<String> payments) {}
