package org.rung.alerts;

import org.rung.common.Id;

public record PushSubscriptionId(long value) implements Id {}
