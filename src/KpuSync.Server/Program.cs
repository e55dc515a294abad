using KpuSync.Server.Commands;

return await ServerCommand.RunAsync(args, Console.Out, Console.Error);
