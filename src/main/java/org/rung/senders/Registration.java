package org.rung.senders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * A 10DLC brand and campaign; senders with the same code share the cap of its class.
 *
 * @param useCase what it was registered for, such as Political or Mixed
 * @param vetting the score of its brand, 0 to 100, where it was vetted
 */
public record Registration(
        String brand,
        String code,
        CarrierClass carrierClass,
        String useCase,
        RegistrationStatus status,
        Optional<Integer> vetting) {

    public Registration {
        brand = brand.strip();
        code = code.strip();
        useCase = useCase.strip();
        if (brand.length() > 80) {
            throw new Problem.Invalid("brand", "problem.too-long", 80);
        }
        if (!code.matches("[A-Za-z0-9-]{2,40}")) {
            throw new Problem.Invalid("code", "problem.brand-campaign");
        }
        if (useCase.length() > 40) {
            throw new Problem.Invalid("useCase", "problem.too-long", 40);
        }
        if (vetting.filter(score -> score < 0 || score > 100).isPresent()) {
            throw new Problem.Invalid("vetting", "problem.from-to", 0, 100);
        }
    }

    /** Of which no more is known. */
    public Registration(String brand, String code, CarrierClass carrierClass) {
        this(brand, code, carrierClass, "", RegistrationStatus.UNKNOWN, Optional.empty());
    }

    /** Fields that carriers or auditors ask for, and that are not filled in. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (brand.isEmpty()) missing.add("brand");
        if (useCase.isEmpty()) missing.add("useCase");
        if (status == RegistrationStatus.UNKNOWN) missing.add("status");
        if (vetting.isEmpty()) missing.add("vetting");
        return missing;
    }
}
