package org.rung.senders.simulator;

import java.util.Map;
import org.rung.senders.Senders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says that an account is there, for the button that tests a connection. */
@RestController
@InSimulation
class SimulatedAccount {
    private final Senders senders;

    SimulatedAccount(Senders senders) {
        this.senders = senders;
    }

    @GetMapping("/sim/2010-04-01/Accounts/{account}.json")
    ResponseEntity<Map<String, Object>> account(@PathVariable("account") String account) {
        return senders.simulatedToken(account).isPresent()
                ? ResponseEntity.ok(Map.of("sid", account, "status", "active", "friendly_name", "Simulator"))
                : ResponseEntity.notFound().build();
    }
}
