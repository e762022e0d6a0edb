from django.apps import AppConfig


class AuditTrailConfig(AppConfig):
    name = "waterpas.web.audit_trail"
    label = "audit_trail"
