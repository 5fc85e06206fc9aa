import feast as fs
import sources as src
from datetime import timedelta
from feast.types import Float64, Int32, Int64, String

customer = fs.Entity(
    name="customer", join_keys=["customer_id"], value_type=fs.ValueType.INT64, description="Pays", tags={"pii": "yes"}, owner="crm@acme.example"
)
product = fs.Entity(name="sku", value_type=fs.ValueType.STRING)
KEY = fs.Field(name="customer_id", dtype=Int64)


def about_customer(name, source, *fields, **more):
    return fs.FeatureView(name=name, entities=[customer], schema=[KEY, *fields], source=source, **more)


invoice_totals = about_customer("invoice_totals", src.invoices, fs.Field(name="amount", dtype=Float64), fs.Field(name="currency", dtype=String), ttl=timedelta(weeks=1))
payment_totals = about_customer("payment_totals", src.payments, fs.Field(name="paid", dtype=Float64), online=False, offline=True)
refund_totals = about_customer("refund_totals", src.refunds, fs.Field(name="refunded", dtype=Float64), owner="fraud@acme.example")
visit_counts = about_customer("visit_counts", src.pushed_visits, fs.Field(name="pages", dtype=Int32), tags={"fresh": "1m"})
cart_now = about_customer("cart_now", src.live_carts, fs.Field(name="items", dtype=Int32))
stock_now = fs.FeatureView(
    name="stock_now",
    entities=[product],
    schema=[fs.Field(name="sku", dtype=String), fs.Field(name="units", dtype=Int64, description="On the shelf")],
    source=src.stock,
)
with_invoices = fs.FeatureService(
    name="with_invoices", features=[invoice_totals, stock_now[["units"]]], owner="finance@acme.example", tags={"model": "dunning"}
)
