package org.rung.messaging.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.messaging.MessagingPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SenderPages {
    @Bean
    SettingsPage sendersPage() {
        return new SettingsPage("messaging.senders.title", MessagingPaths.SENDERS, Set.of(Role.ADMIN), 30);
    }
}
