"""How goals are judged: actuals and goals as columns in, statuses, ratios and figures out."""
