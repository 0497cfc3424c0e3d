package org.rung.payments.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.payments.PaymentsPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentPages {
    @Bean
    SettingsPage paymentsPage() {
        return new SettingsPage("payments.settings", PaymentsPaths.SETTINGS, Set.of(Role.ADMIN), 47);
    }
}
