package org.rung.accounts.devices;

import java.time.Instant;
import org.rung.accounts.DeviceId;

/** @param label such as “Firefox, Android”: what the browser said of itself */
public record RememberedDevice(DeviceId deviceId, String label, Instant createdAt, Instant usedAt, Instant expiresAt) {}
