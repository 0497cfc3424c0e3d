package org.rung.payments;

/** The provider's page for one payment. */
public record StartedCheckout(String sessionId, String url) {}
