package org.rung.senders;

import org.rung.common.Problem;

/** A 10DLC brand and campaign; senders with the same code share the cap of its class. */
public record Registration(String brand, String code, CarrierClass carrierClass) {
    public Registration {
        brand = brand.strip();
        code = code.strip();
        if (brand.length() > 80) {
            throw new Problem.Invalid("brand", "problem.too-long", 80);
        }
        if (!code.matches("[A-Za-z0-9-]{2,40}")) {
            throw new Problem.Invalid("code", "problem.brand-campaign");
        }
    }
}
