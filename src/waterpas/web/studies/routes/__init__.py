"""Which route can I take: five questions, three lists, and the letters. Nothing is stored."""
