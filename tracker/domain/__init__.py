"""Plans, goals, actuals and how a goal is judged; knows no database and no screen."""
